import { FlatList, SectionList } from "react-native";
import { Bar } from "./Bar";
import { Card } from "./Card";
import { useMore } from "./more";

const go = () => {};

export function Shop({ isOpen, hasGift }: { isOpen: boolean; hasGift: boolean }) {
  const swap = { label: "Swap", event: "Swap Touched" };
  const all = [...(isOpen ? [swap] : []), ...(hasGift && [{ label: "Gift", event: "Gift Touched" }]), ...useMore(isOpen)];
  const sections = [{ data: [{ title: "Import", event: "Import Touched" }] }, { data: [{ title: "New", event: "New Touched" }] }];
  return (
    <>
      <Bar buttons={all} main={{ event: "Main Touched", onPress: go }} />
      <Card title="One" event="Card Touched" onPress={go} />
      <SectionList sections={sections} renderItem={({ item }) => <Card {...item} onPress={go} />} />
      <FlatList data={[{ title: "Row", event: "Row Touched" }]} renderItem={({ item }) => <Card {...item} onPress={go} />} />
    </>
  );
}
