// Questions about what somebody wishes, minds or finds important: an answer is no trait that two people could share.

const wish =
  /\b(prefer\w*|would you (like|rather|mind|want)|do you (want|mind|care)|wish(es)?|wanted|willing|comfortable|open to|important\w*|matters?|same|similar|different|requested|request|looking for in|expect\w*|agree|consent|deal ?breakers?|bevorzug\w*|wunsch|wünsch\w*|lieber|wichtig|préf\w*|souhait\w*|important\w*|prefier\w*|prefer[ei]\w*|desea\w*|voorkeur|belangrijk|woli\w*)\b/i;

/** True where a heading asks for a wish. */
export function isWish(heading: string): boolean {
  return wish.test(heading);
}

const leaning =
  /^(yes|no|maybe|perhaps|possibly|not sure|unsure|don['’]?t know|i don['’]?t know|either|any|both|none|no preference|doesn['’]?t matter|do(n['’]?t| not) mind|don['’]?t care|prefer not to (say|answer)|n\/?a|not applicable|other|ja|nein|vielleicht|egal|oui|non|peut-être|sí|si|quizás?|sim|não|talvez|forse|misschien|true|false|definitely|probably|probably not|depends|it depends)\b/i;

/** Yes, no, maybe and the like: agreeing to them brings nobody together. */
export function isLeaning(options: readonly string[]): boolean {
  return options.length > 0 && options.every((option) => leaning.test(option.trim()));
}
