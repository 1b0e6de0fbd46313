// If these fail, next term's answers overwrite another question's, or a form with one word changed is a stranger.
import { describe, expect, it } from 'vitest';
import { foldHeading } from '../../../src/domain/cells/fold-heading.ts';
import { headingLikeness } from '../../../src/domain/columns/small-change.ts';

const likeness = (before: string, now: string): number => headingLikeness(foldHeading(before), foldHeading(now));

describe('headings', () => {
  it.each([
    ['Which topics would you like help with?', 'What topics would you like help with?'],
    ['Topics', 'Your topics'],
    ['Topic of interest', 'Topics of interest'],
    ['What is your major?', 'Major'],
    ['Do you want to be a mentor or a mentee?', 'Do you want to be a mentor or a mentee this term?'],
    ['How many hours are you free in a week?', 'How many hours are you free in the week?'],
    ['Welche Themen interessieren Sie?', 'Welche Themen interessieren Sie bitte?'],
    ['¿Qué temas le interesan?', 'Temas le interesan'],
    ['Quel est votre domaine ?', 'Votre domaine'],
    ['Please describe your hobbies and interests', 'Describe your interests and hobbies please'],
  ])('%s | %s are one', (before, now) => {
    expect(likeness(before, now)).toBeGreaterThan(0);
  });

  it.each([
    ['Term GPA Fall 2024', 'Term GPA Fall 2025'],
    ['Term GPA Fall 2024', 'Term GPA Spring 2024'],
    ['Enrolled 2025FA census date', 'Enrolled 2026FA census date'],
    ['I feel at home here (wave 1)', 'I feel at home here (wave 2)'],
    ['I feel at home here pre', 'I feel at home here post'],
    ['Choice of mentor 1', 'Choice of mentor 2'],
    ['My first choice of topic', 'My second choice of topic'],
    ['Topics you can help with', 'Topics you cannot help with'],
    ['Topics you want help with', 'Topics you offer help with'],
    ['Things you are good at', 'Things you are not good at'],
    ['What your mentor should be like', 'What your mentee should be like'],
    ['I am satisfied with the program', 'I am dissatisfied with the program'],
    ['Still enrolled at the college', 'No longer enrolled at the college'],
    ['Credits earned in the term', 'Credits attempted in the term'],
    ['Hours you are free on Monday', 'Hours you are free on Tuesday'],
    ['Minimum number of meetings', 'Maximum number of meetings'],
    ['Was können Sie gut', 'Was können Sie nicht gut'],
    ['Temas que puede enseñar antes', 'Temas que puede enseñar después'],
    ['Topics', 'Hobbies'],
    ['Team name', 'Team size'],
  ])('%s | %s are two', (before, now) => {
    expect(likeness(before, now)).toBe(0);
  });
});
