/** Passes on what it is told, but not before it is let go; then all of it, in order. */
export function holdBack<Value>(pass: (value: Value) => void) {
  let held: Value[] | null = [];
  return {
    tell: (value: Value): void => {
      if (held === null) pass(value);
      else held.push(value);
    },
    letGo: (): void => {
      const values = held ?? [];
      held = null;
      for (const value of values) pass(value);
    },
  };
}
