// If these fail, people are called something they are not, or a file of another country's office cannot be read at all.
import { describe, expect, it } from 'vitest';
import { decodePieces, findEncoding } from '../../src/intake/decode.ts';
import { memorySource } from '../../src/intake/source.ts';
import { encoded } from './letters.ts';

const read = async (bytes: Uint8Array): Promise<{ name: string; example?: string; text: string }> => {
  const source = memorySource('people.csv', bytes);
  const found = await findEncoding(source);
  return { ...found, text: [...decodePieces(source, found)].join('') };
};

/** What offices of many countries save, short as a list of a few people is. */
const files: readonly (readonly [string, string, string])[] = [
  ['Windows-1250', 'windows-1250', 'Imię,Nazwisko\nŁukasz,Wójcik\nMałgorzata,Król\n'],
  ['Windows-1250', 'windows-1250', 'Jméno;Příjmení\nJiří;Novák\nTomáš;Dvořák\n'],
  ['Windows-1250', 'windows-1250', 'Név;Iskola\nKovács Győző;Eötvös\nSzűcs Ödön;Petőfi\n'],
  ['Windows-1250', 'windows-1250', 'Ime;Prezime\nStjepan;Đurić\nŽeljko;Čović\n'],
  ['Windows-1251', 'windows-1251', 'Имя;Факультет\nИван Петров;Физика\nАнна Смирнова;Право\n'],
  ['Windows-1251', 'windows-1251', 'Name,Email\nОлена Ковальчук,o@quay.example\nAnn Lee,a@quay.example\n'],
  ['KOI8-R', 'koi8-r', 'Имя;Факультет\nИван Петров;Физика\nАнна Смирнова;Право\n'],
  ['Windows-1252', 'windows-1252', 'Nome;Curso\nJoão Conceição;Física\nInês Magalhães;Química\n'],
  ['Windows-1252', 'windows-1252', 'Name;Ort\nJörg Weiß;Köln\nKäthe Groß;Münster\n'],
  ['Windows-1252', 'windows-1252', 'Name\nRené\n'],
  ['Windows-1252', 'windows-1252', 'Navn;By\nSøren Ågård;Århus\nÆgir Þórsson;Ærø\n'],
  ['Windows-1252', 'windows-1252', 'Name,Why\nAnn,“I’d like to…”\nBo,It’s £5 – really\n'],
  ['Windows-1253', 'windows-1253', 'Όνομα;Email\nΓιώργος Παπαδόπουλος;g@quay.example\nΜαρία Νικολάου;m@quay.example\n'],
  ['Windows-1254', 'windows-1254', 'Ad;Bölüm\nAyşe Yılmaz;Hukuk\nÇağrı Öztürk;Tıp\nİbrahim Şahin;Müzik\n'],
  ['Windows-1257', 'windows-1257', 'Vardas;Email\nŽygimantas Šimkus;z@quay.example\nRūta Kačinskaitė;r@quay.example\n'],
  ['Windows-1255', 'windows-1255', 'שם;Email\nדוד כהן;d@quay.example\nרחל לוי;r@quay.example\n'],
  ['Windows-1256', 'windows-1256', 'الاسم;Email\nمحمد علي;m@quay.example\nفاطمة حسن;f@quay.example\n'],
  ['Windows-874', 'windows-874', 'ชื่อ,Email\nสมชาย ใจดี,s@quay.example\nสมหญิง รักไทย,y@quay.example\n'],
  ['Shift_JIS', 'shift_jis', '氏名,学部\n田中 一郎,法学部\n佐藤 花子,理学部\n'],
  ['Shift_JIS', 'shift_jis', 'ID,Name\n7,能登 表子\n8,山田 太郎\n'],
  ['EUC-JP', 'euc-jp', '氏名,メール,学部\n田中 一郎,a@quay.example,法学部\n佐藤 花子,b@quay.example,理学部\n'],
  ['GB18030', 'gb18030', '姓名,邮箱\n王伟,w@quay.example\n李娜,l@quay.example\n张敏,z@quay.example\n'],
  ['Big5', 'big5', '姓名,Email\n陳大文,c@quay.example\n林志明,l@quay.example\n黃美玲,h@quay.example\n'],
  ['EUC-KR', 'euc-kr', '이름,이메일\n김철수,k@quay.example\n이영희,l@quay.example\n박민수,p@quay.example\n'],
  ['Mac Roman', 'macintosh', 'Nom;Ville\nFrançois Lefèvre;Orléans\nChloë Durand;Béziers\n'],
];

describe('the encoding of a file', () => {
  it.each(files)('%s (%s): %j', async (name, label, text) => {
    const found = await read(encoded(text, label));
    expect(found).toMatchObject({ name, guessed: true, text });
    // A person judges the guess by a word that is in the file as it was read.
    expect(text).toContain(found.example);
  });

  it('shows a word that Windows-1252 would have read otherwise', async () => {
    const { example } = await read(encoded('Prénom,Nom\nZoë,Žižek\nŁukasz,Śmiały\nPřemysl,Dvořák\n', 'windows-1250'));
    expect(example).toBe('Łukasz');
  });

  it('knows Japanese of old mail systems, which looks like plain text', async () => {
    const bytes = Buffer.from('name\n\x1b$B;3ED\x1b(B\n', 'latin1');
    expect(await read(bytes)).toMatchObject({ name: 'ISO-2022-JP', text: 'name\n山田\n' });
  });

  it('names the line where a file of another encoding was put behind one of UTF-8, instead of spoiling the first', async () => {
    const bytes = Buffer.concat([Buffer.from('Name\nJosé\nZoë\nRené\nAnn\n'), encoded('Jürgen\n', 'windows-1252')]);
    await expect(read(bytes)).rejects.toMatchObject({ code: 'wrong-encoding', where: { line: 6 } });
  });

  it.each([
    ['UTF-16LE', 'Name;Ort\r\nJörg Weiß;Köln\r\n'],
    ['UTF-16BE', 'Name;Ort\r\nJörg Weiß;Köln\r\n'],
    ['UTF-16LE', 'Id\tName\n7\tJiří Novák\n8\tŁukasz Śmiały\n'],
    ['UTF-16BE', 'x\n'],
  ])('knows %s by its zeros where no mark says so, and that it is a guess: %j', async (name, text) => {
    const little = Buffer.from(text, 'utf16le');
    const bytes = name === 'UTF-16LE' ? little : Buffer.from(little).swap16();
    expect(await read(bytes)).toMatchObject({ name, guessed: true, text });
  });

  it('does not take a text with a few zeros in it for UTF-16', async () => {
    const text = `Name,Note\nAna,\u0000\u0000\nBo,${'plain words '.repeat(20)}\n`;
    await expect(read(Buffer.from(text))).rejects.toMatchObject({ code: 'nul-byte', where: { line: 2 } });
  });

  it('asks where the bytes are in no encoding', async () => {
    const bytes = Uint8Array.from([0x61, 0x81, 0x0a, 0xff, 0x81, 0x0a, 0xfd, 0x8d, 0x0a]);
    await expect(read(bytes)).rejects.toMatchObject({
      code: 'wrong-encoding',
      hint: expect.stringMatching(/--encoding/) as string,
    });
  });
});
