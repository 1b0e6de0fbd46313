// Blocks of reports, made short.
import type { Block, Table } from './report.ts';

export const prose = (text: string): Block => ({ kind: 'prose', text });
export const caution = (text: string): Block => ({ kind: 'caution', text });
export const tableBlock = (table: Table): Block => ({ kind: 'table', table });

/** What to type next. `text`: what that does, where it needs saying. */
export const nextStep = (command: string, text = ''): Block => ({ kind: 'next', command, text });
