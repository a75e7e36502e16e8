/** A message, with `{name}` placeholders; one that counts chooses its form by its argument `n`. */
export type Message = string | { readonly one?: string; readonly other: string };

/** Every key of an English area, in another language: a missing one is a type error. */
export type Translated<Area> = { readonly [Key in keyof Area]: Message };
