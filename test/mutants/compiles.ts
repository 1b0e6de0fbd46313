// Says whether the compiler takes a broken file: what it refuses cannot come in, so it is no break that a test has to notice.
import { resolve } from 'node:path';
import ts from 'typescript';

export type Compiles = (file: string, text: string) => boolean;

/** A compiler that stays warm over many texts of these files. Errors that a break makes in other files are not looked for. */
export function warmCompiler(files: readonly string[]): Compiles {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const broken = new Map<string, string>();
  let version = 0;
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => files.map((file) => resolve(file)),
    getScriptVersion: (file) => (broken.has(file) ? String(version) : '0'),
    getScriptSnapshot: (file) => {
      const text = broken.get(file) ?? ts.sys.readFile(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: (of) => ts.getDefaultLibFilePath(of),
    fileExists: (file) => ts.sys.fileExists(file),
    readFile: (file) => ts.sys.readFile(file),
    directoryExists: (folder) => ts.sys.directoryExists(folder),
    getDirectories: (folder) => ts.sys.getDirectories(folder),
  });
  return (path, text) => {
    const file = resolve(path);
    version++;
    broken.set(file, text);
    const refused = service.getSyntacticDiagnostics(file).length + service.getSemanticDiagnostics(file).length;
    broken.delete(file);
    return refused === 0;
  };
}
