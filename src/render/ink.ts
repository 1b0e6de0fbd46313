// What a terminal gives a figure to draw with.
export interface Ink {
  readonly width: number;
  readonly unicode: boolean;
}
