// What a result can be written as. json and csv are promised to scripts; the others are for reading.

export const formats = ['text', 'json', 'csv', 'md', 'html', 'pdf', 'xlsx', 'svg'] as const;
export type Format = (typeof formats)[number];

/** Those that are bytes: they go into a file or a pipe, never onto a terminal. */
export const binaryFormats: ReadonlySet<Format> = new Set(['pdf', 'xlsx']);
