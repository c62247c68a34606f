export function useTrack(name: string | null, options?: object) {
  return { data: fetch(`/audio/${name}`), options };
}

export function useTrackField(field: string): [string, unknown, { setValue: (text: string) => void }] {
  return [field, null, { setValue: () => {} }];
}
