// Columns about leaving, in which yes is what others call no: attrition, withdrawn, turnover.
import type { Measure } from '../program/program.ts';

const leaving =
  /\b(attrition|attrited|left|leavers?|leaving|with-?drew|with-?drawn|with-?drawals?|drop(ped)?[ -]?outs?|churn(ed)?|turnover|depart(ed|ures?)|separat(ed|ions?)|terminat(ed|ions?)|resign(ed|ations?)|quit|exit(ed)?|discontinued|stopped[ -]?out|non[ -]?return(ed|er|ers)?|(not|no longer|never) (enrolled|registered|retained|returned|returning|active|employed|here)|did(n['’]?t| not) (return|stay|persist|re-?enrol)|lost|gone|ausgeschieden|exmatrikuliert|abgebrochen|abbruch|abandon(o|n)?|abandonado|abandonada|décrochage|baja|uitgeschreven|gestopt|studiestaker|desistiu|desistente|avbrutit|nicht mehr|ya no|ne plus|não mais|non più|niet meer)(?![\p{L}])|\babandon(ó|né|née)(?![\p{L}])/iu;
const negated = /\b(not|never|did(n['’]?t| not)) (leave|left|withdraw|withdrawn|drop|quit|resign|terminate)/i;

/** Whether a yes in this column says that somebody is gone: by the program file, else by the words over the column. */
export function yesMeansLeft(
  { kind, yesMeans, name }: Pick<Measure, 'kind' | 'yesMeans' | 'name'>,
  heading?: string,
): boolean {
  if (kind !== 'retention') return false;
  if (yesMeans !== undefined) return yesMeans === 'left';
  const words = [heading ?? '', name].map((text) => text.replace(/_/g, ' '));
  return words.some((text) => leaving.test(text) && !negated.test(text));
}
