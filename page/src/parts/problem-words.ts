import type { Problem } from '../api/types.js';

/** A problem in words: what is expected, and what to do. */
export function problemWords(problem: Problem): string {
  return [problem.text ?? problem.expected, problem.hint].filter(Boolean).join(' ');
}
