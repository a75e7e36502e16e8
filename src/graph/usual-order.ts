/**
 * Puts the kinds a person would most usually add next first. The registry lists
 * kinds in the order pipelines are built, so the usual next kind is the nearest
 * one further down; going on stands before going back, and kinds that this
 * branch has already stand last.
 */
export function usualOrder<K extends { readonly id: string }>(
  kinds: readonly K[],
  from: { readonly kind: string; readonly direction: 'after' | 'before'; readonly present: ReadonlySet<string> },
  registry: readonly { readonly id: string }[],
): readonly K[] {
  const place = new Map(registry.map((spec, index) => [spec.id, index]));
  const here = place.get(from.kind) ?? 0;
  const cost = (spec: K): number => {
    const step = ((place.get(spec.id) ?? 0) - here) * (from.direction === 'after' ? 1 : -1);
    return (step > 0 ? step : registry.length - step) + (from.present.has(spec.id) ? 2 * registry.length : 0);
  };
  return [...kinds].sort((a, b) => cost(a) - cost(b));
}
