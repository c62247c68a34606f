import { useNavigation } from "@react-navigation/native";
import { router } from "expo-router";

export function List() {
  const navigation = useNavigation<any>();
  return (
    <>
      <button onClick={() => navigation.navigate("item", { id: 1, openEvent: "Screen Item Opened" })} />
      <button onClick={() => navigation.push("menu", { menuEvent: "Screen Menu Pressed" })} />
      <button onClick={() => router.push({ pathname: "/help", params: { helpEvent: "Screen Help Shown" } })} />
      <button onClick={() => navigation.navigate("other", { id: 2 })} />
    </>
  );
}
