// If these fail, somebody who asked for a mentor is asked to mentor, or the other way round.
import { describe, expect, it } from 'vitest';
import { roleAsked, rolePhrase, roleUnder } from '../../../src/domain/cells/role-phrases.ts';

const means = (role: string | undefined, phrases: readonly string[]): void => {
  expect(phrases.map((phrase) => [phrase, rolePhrase(phrase)])).toEqual(phrases.map((phrase) => [phrase, role]));
};

describe('rolePhrase', () => {
  it('somebody who wants, needs, seeks, gets or has a mentor is a mentee', () => {
    means('mentee', [
      'I’d love to find a mentor',
      'Hoping to get a peer mentor this fall',
      'Seeking mentorship',
      'I would benefit from having a mentor',
      'Mentor needed',
      'Please match me with a mentor',
      'Assigned a mentor in week 2',
      'I want someone to mentor me',
      'I want to be mentored',
      'Receive mentoring',
      'Student (requests a mentor)',
      'Protégée',
    ]);
  });

  it('somebody who offers to be one, or wants a mentee, is a mentor', () => {
    means('mentor', [
      'I am open to becoming a mentor',
      'Happy to act as mentor',
      'I can mentor',
      'Volunteering as a mentor again',
      'I’d like to mentor younger students',
      'I am willing to offer mentoring',
      'Mentoring others',
      'Looking for a mentee',
      'Returning mentor (2nd year)',
      'Peer Mentor',
      'Mentor role',
      'Apply for mentor',
      'Volunteer',
    ]);
  });

  it('says it in the languages of the forms', () => {
    means('mentee', [
      'Je veux être suivie par une tutrice',
      'Szuka mentora',
      'Behöver en mentor',
      'Mentor lazım',
      'Adepta',
    ]);
    means('mentor', ['Faccio da mentore', 'Zostać mentorką', 'Mentor olmak istiyorum', 'Patin']);
    means('none', ['Former mentor', 'Ehemalige Mentorin']);
    means('both', ['Both - mentor someone and be mentored', 'Ambas: quiero una mentora']);
  });

  it('somebody who says no to it is neither', () => {
    means('none', [
      'Not a mentor',
      'I don’t want to be a mentor',
      'I do not want a mentor or a mentee',
      'Non-mentor',
      'Neither',
      'never a mentor',
      'Kein Mentor',
      'Pas de mentor',
      'No quiero ser mentor',
    ]);
    means('mentee', [
      'Mentee, not a mentor',
      'I’m not a mentor but a mentee',
      'I do not want to be a mentor. I want a mentor.',
    ]);
    means('mentor', ['Not a mentee but a mentor', 'Mentor (not mentee)']);
  });

  it('both where both are said', () => {
    means('both', [
      'Mentor, Mentee',
      'mentee/mentor',
      'Mentor & mentee',
      'Both',
      'Either one is fine',
      'I want to be a mentor and have a mentor',
      'Not only a mentor but also a mentee',
      'I can be a mentor or a mentee',
      'Beides',
      'Les deux',
      'Ambos',
    ]);
  });

  it('a remark on what the word means changes nothing', () => {
    means('mentee', [
      'Mentee (someone who gets a mentor)',
      'Mentee – guided by a mentor',
      'Mentee: I would like a mentor',
    ]);
    means('mentor', [
      'Mentor (works with a mentee for a year)',
      'Mentor – helps a mentee',
      'Mentor: supporting new students',
    ]);
  });

  it('reads the field’s words in other languages, and an accent ends no word', () => {
    means('mentee', [
      'Mentoré',
      'Mentorée',
      'mentorado',
      'Mentorizada',
      'Mentorandin',
      'Aprendiz',
      'tutorado',
      'Filleul',
      'Busco un mentor',
      'Quiero tener una mentora',
      'Je cherche un mentor',
      'J’ai besoin d’un parrain',
      'Ich suche eine Mentorin',
      'Ich möchte einen Mentor',
      'Mentor gesucht',
      'Quero um mentor',
      'Cerco un mentore',
      'Ik zoek een mentor',
      'подопечный',
    ]);
    means('mentor', [
      'Mentorin',
      'Mentora',
      'Mentore',
      'Parrain',
      'Marraine',
      'Padrino',
      'Quiero ser mentora',
      'Je veux être mentor',
      'Ich möchte Mentorin werden',
      'Ich kann Mentor sein',
      'Quero ser mentora',
      'Vorrei diventare mentore',
      'Ik wil mentor worden',
      'наставник',
    ]);
  });

  it('leaves open what says neither', () => {
    means(undefined, [
      '',
      'Mentor coordinator',
      'Mentor program staff',
      'Faculty',
      'Undecided',
      'Interested in mentoring',
      '2',
    ]);
  });
});

describe('a sentence in a language nobody here knows', () => {
  it('is asked about: its verb may ask for a mentor or offer one', () => {
    means(undefined, [
      'Dw i eisiau mentor',
      'nahitajika mentor',
      'Mentor nahi dut',
      'Ban quiet mentor',
      'aş dori mentor',
      'vajan mentorit mentor',
    ]);
  });

  it('is read where its verb is known', () => {
    means('mentee', ['Szeretnék mentort', 'Haluan mentorin', 'Saya butuh mentor', 'Хочу ментора', 'Tražim mentora']);
    means('mentor', ['Saya ingin menjadi mentor', 'Хочу стать ментором', 'Haluan olla mentori']);
  });

  it('is none where the word names a part', () => {
    means('mentor', [
      'Biology Mentor',
      'Peer mentor',
      'Alumni mentor',
      'Mentor since 2019',
      'Mentor 2',
      'Mentor for first-years',
    ]);
  });
});

describe('roleUnder', () => {
  it('reads an answer as the end of the sentence that its heading begins', () => {
    const said = [
      ['Ik wil graag...', 'een mentor', 'mentee'],
      ['I would like', 'a mentor', 'mentee'],
      ['I would like to be ...', 'a mentor', 'mentor'],
      ['This year I am looking for:', 'Mentor', 'mentee'],
      ['This year I am looking for:', 'Mentee', 'mentor'],
      ['Ich suche', 'eine Mentorin', 'mentee'],
      ['Role', 'Mentor', 'mentor'],
      ['I sign up as', 'a mentor', 'mentor'],
      ['Do you want to be a mentor or a mentee?', 'A mentor', 'mentor'],
      ['I would like to', 'mentor', 'mentor'],
    ] as const;
    expect(said.map(([heading, cell]) => [heading, cell, roleUnder(heading, cell)])).toEqual(said);
  });

  it('knows who is mentored by the passive', () => {
    means('mentee', ['Ich möchte begleitet werden', 'Begeleid worden', 'Être accompagnée']);
  });
});

describe('roleAsked', () => {
  it('finds the role that a yes would say', () => {
    for (const heading of [
      'Mentor?',
      'is_mentor',
      'isMentor',
      'I can be a mentor',
      'Are you willing to serve as a peer mentor?',
      'Can you mentor others this term?',
      'Would you like to mentor a newer student?',
    ])
      expect([heading, roleAsked(heading)]).toEqual([heading, 'mentor']);
    for (const heading of [
      'Mentee?',
      'is_mentee',
      'wants_mentor',
      'I would like a mentor',
      'Are you looking for a mentor?',
      'Would you like to have a mentor in the program?',
    ])
      expect([heading, roleAsked(heading)]).toEqual([heading, 'mentee']);
  });

  it('takes no other question for it', () => {
    for (const heading of [
      'Have you ever had a mentor?',
      'Do you have a mentor?',
      'Were you a mentor last year?',
      'Would you prefer a mentor of the same gender?',
      'Mentor email',
      'What do you want from a mentor?',
      'Is your mentor helpful?',
      'I do not want a mentor',
      'I want to be a mentor or a mentee',
      'Mentor training done',
      '# of mentees',
      'Mentees',
    ])
      expect([heading, roleAsked(heading)]).toEqual([heading, undefined]);
  });
});
