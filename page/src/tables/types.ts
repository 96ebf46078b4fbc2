import type { Problem } from '../api/types.js';

export interface TableOf {
  readonly file: string;
  readonly name: string;
  readonly meaning: string;
  readonly isPresent: boolean;
  readonly isRequired: boolean;
  readonly isChanged: boolean;
  readonly errors: number;
  readonly rows: number;
}

export interface Column {
  readonly name: string;
  readonly isKnown: boolean;
  readonly type?: string;
  readonly unit?: string;
  readonly meaning?: string;
  readonly isRequired?: boolean;
  readonly choices?: readonly string[];
  readonly refersTo?: string;
}

export interface TableRows {
  readonly file: string;
  readonly meaning: string;
  readonly columns: readonly Column[];
  readonly rowCount: number;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
  readonly problems: readonly Problem[];
  readonly isChanged: boolean;
}

export interface LogLine {
  readonly id: number;
  readonly at: string;
  readonly who: string;
  readonly why: string;
  readonly kind: string;
  readonly file: string;
  readonly what: readonly string[];
  readonly isUndone: boolean;
  readonly isSaved: boolean;
}
