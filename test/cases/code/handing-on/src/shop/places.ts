// An event that is made of what the emitter alone knows.
export const useTrackWithPlace = () => {
  const place = usePlace();
  return useCallback(async (make: (place: string) => { eventName: string }) => tell(make(await place())), [place]);
};

export function Row() {
  const track = useTrackWithPlace();
  return track((place) => ({ eventName: "row_opened", place }));
}
