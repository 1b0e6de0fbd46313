// Objects whose keys may be left out and may not be undefined.

type Filled<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same without the keys whose value is undefined. */
export function defined<T extends object>(all: T): Filled<T> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Filled<T>;
}
