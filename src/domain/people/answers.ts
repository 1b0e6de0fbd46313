// What somebody answered, kept as the readings of their cells: a value for each field, or their JSON, made when it is asked for.
import type { FieldValue, FieldValues } from '../program/program.ts';

/** One cell read as the answer to a field. */
export interface AnswerRead {
  readonly is: 'answer';
  readonly field: string;
  readonly value: FieldValue;
  /** `"field":value`, ready to stand in an object. */
  readonly json: string;
  /** Options the field did not know. */
  readonly unknown: readonly string[];
  /** One of several columns that make up a list, a column an option. */
  readonly join: boolean;
}

/** The answers of one person, by field. A large roster needs only their JSON; what is known already is compared by value. */
export interface Answers {
  values(): FieldValues;
  json(): string;
}

/** The reading of one cell. `join`: one of several columns that make up a list. */
export function answerRead(
  field: string,
  value: FieldValue,
  { unknown = [], join = false }: { readonly unknown?: readonly string[]; readonly join?: boolean } = {},
): AnswerRead {
  return { is: 'answer', field, value, json: `${JSON.stringify(field)}:${JSON.stringify(value)}`, unknown, join };
}

/** `apart`: no two columns answer the same field, so that the pieces can stand side by side. */
export function answersOf(reads: readonly AnswerRead[], apart: boolean): Answers {
  return apart ? new AnswersApart(reads) : new AnswersTogether(reads);
}

// Classes, for there is one of these for every row: closures of their own would weigh more than the answers.
class AnswersTogether implements Answers {
  protected readonly reads: readonly AnswerRead[];

  constructor(reads: readonly AnswerRead[]) {
    this.reads = reads;
  }

  values(): FieldValues {
    const fields: Record<string, FieldValue> = {};
    for (const { field, value, join } of this.reads)
      fields[field] = join ? [...((fields[field] ?? []) as readonly string[]), ...(value as readonly string[])] : value;
    return fields;
  }

  json(): string {
    return JSON.stringify(this.values());
  }
}

class AnswersApart extends AnswersTogether {
  override json(): string {
    const pieces: string[] = [];
    for (const { json } of this.reads) pieces.push(json);
    return `{${pieces.join(',')}}`;
  }
}
