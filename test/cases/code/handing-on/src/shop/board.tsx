// A component whose handler is called, which is no name.
export const Board = ({ trackingAction, title }) => {
  useEffect(() => {
    useOnce(trackingAction);
  }, [trackingAction]);
  return <h1>{title} analytics</h1>;
};
