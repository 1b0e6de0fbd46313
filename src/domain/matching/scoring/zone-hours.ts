// Time zones as hours ahead of UTC, in standard time, from what people write: Europe/Berlin, UTC-5, "(GMT+05:30) Mumbai", EST.

/** In standard time; what forms and calendars abbreviate most. */
const abbreviations: Readonly<Record<string, number>> = {
  ...{
    utc: 0,
    gmt: 0,
    z: 0,
    wet: 0,
    bst: 0,
    cet: 1,
    cest: 1,
    eet: 2,
    msk: 3,
    ist: 5.5,
    sgt: 8,
    hkt: 8,
    jst: 9,
    kst: 9,
  },
  ...{ awst: 8, acst: 9.5, aest: 10, nzst: 12, hst: -10, akst: -9, pst: -8, pdt: -8, pt: -8, mst: -7, mdt: -7, mt: -7 },
  ...{ cst: -6, cdt: -6, ct: -6, est: -5, edt: -5, et: -5, ast: -4, brt: -3 },
};

/** Noon UTC of 15 January and 15 July 2024, in ms: long settled, so that every machine knows the same. */
const days = [1_705_320_000_000, 1_721_044_800_000] as const;

/** Hours ahead of UTC, the smaller of January's and July's; undefined for what is no time zone. */
export function zoneHours(text: string): number | undefined {
  const word = text.trim();
  const offset = /(?:^|\b|\()(?:utc|gmt)?\s*([+\-\u2212])\s*(\d{1,2})(?::?(\d{2}))?(?=\)|\s|$)/i.exec(word);
  if (offset !== null) {
    const hours = Number(offset[2]) + Number(offset[3] ?? 0) / 60;
    return hours > 14 ? undefined : offset[1] === '+' ? hours : -hours;
  }
  const known = abbreviations[word.toLowerCase()];
  return known ?? namedZone(word);
}

const asked = new Map<string, number | undefined>();

/** A name of the IANA database, or undefined. */
function namedZone(name: string): number | undefined {
  if (!/^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+$/.test(name)) return undefined;
  if (!asked.has(name)) asked.set(name, lookUp(name));
  return asked.get(name);
}

function lookUp(timeZone: string): number | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    const hours = days.map((day) => {
      const words = format.formatToParts(day).find(({ type }) => type === 'timeZoneName')?.value ?? '';
      const [, sign, whole, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(words) ?? [];
      return (sign === '-' ? -1 : 1) * (Number(whole ?? 0) + Number(minutes ?? 0) / 60);
    });
    return Math.min(...hours);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
