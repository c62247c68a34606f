import { Touch } from "./Touch";

const Tile = ({ item }: any) => (
  <div>
    {item.buttons.map((button: any) => (
      <Touch {...button} />
    ))}
  </div>
);

// What is spread of what nobody sees may hold the name, and what stands deep in a prop. A prop that is written is given.
export const Shelf = ({ items, first }: any) => (
  <>
    {items.map((one: any) => (
      <Tile item={one} />
    ))}
    {items.map((one: any) => (
      <Tile item={{ ...one, isOpen: true }} />
    ))}
    <Touch {...first} />
    <Touch event={first.event} onPress={first.go} />
  </>
);
