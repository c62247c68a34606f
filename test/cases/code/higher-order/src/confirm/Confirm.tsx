import { done } from "../analytics";

export default function Confirm({ action, pin }) {
  return <form onSubmit={() => pin && done(action)} />;
}
