// Ways to break a source file in one place each: what a slip of the hand would do. Texts are left alone; stories hold those.
import ts from 'typescript';

export interface Mutant {
  readonly line: number;
  /** What stands there, and what is put in its place. */
  readonly from: string;
  readonly to: string;
  /** The whole file, broken. */
  readonly text: string;
}

const otherOperator: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
  [ts.SyntaxKind.AsteriskToken, '/'],
  [ts.SyntaxKind.SlashToken, '*'],
]);

const otherCall: Readonly<Record<string, string>> = { some: 'every', every: 'some', min: 'max', max: 'min' };

/** Calls without which a list is another list. */
const steps = new Set(['filter', 'sort', 'reverse', 'trim', 'toLowerCase']);

export function mutantsOf(path: string, text: string): readonly Mutant[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const found: Mutant[] = [];
  const put = (start: number, end: number, to: string): void => {
    const from = text.slice(start, end);
    const { line } = source.getLineAndCharacterOfPosition(start);
    found.push({ line: line + 1, from, to, text: text.slice(0, start) + to + text.slice(end) });
  };
  const replace = (node: ts.Node, to: string): void => {
    put(node.getStart(source), node.getEnd(), to);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    breakOne(node, source, { replace, put });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

interface Hands {
  readonly replace: (node: ts.Node, to: string) => void;
  readonly put: (start: number, end: number, to: string) => void;
}

function breakOne(node: ts.Node, source: ts.SourceFile, { replace, put }: Hands): void {
  const said = (part: ts.Node): string => part.getText(source);
  if (ts.isBinaryExpression(node)) {
    const { left, operatorToken: operator, right } = node;
    const other = otherOperator.get(operator.kind);
    const joinsText =
      operator.kind === ts.SyntaxKind.PlusToken && [left, right].some((part) => /^['"`]/.test(said(part)));
    if (other !== undefined && !joinsText) replace(operator, other);
    if (operator.kind === ts.SyntaxKind.QuestionQuestionToken) put(left.getEnd(), right.getEnd(), '');
  } else if (ts.isIfStatement(node)) replace(node.expression, `!(${said(node.expression)})`);
  else if (ts.isConditionalExpression(node)) {
    replace(node, said(node.whenTrue));
    replace(node, said(node.whenFalse));
  } else if (node.kind === ts.SyntaxKind.TrueKeyword) replace(node, 'false');
  else if (node.kind === ts.SyntaxKind.FalseKeyword) replace(node, 'true');
  else if (ts.isNumericLiteral(node)) replace(node, `(${said(node)} + 1)`);
  else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    replace(node, said(node.operand));
  else if (ts.isExpressionStatement(node) && !ts.isYieldExpression(node.expression)) replace(node, ';');
  else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { expression: of, name } = node.expression;
    const other = Object.hasOwn(otherCall, name.text) ? otherCall[name.text] : undefined;
    if (other !== undefined) replace(name, other);
    if (steps.has(name.text)) replace(node, said(of));
  }
}
