// People of the demonstration network, one for each kind of right.

export const PASSWORD = "verbund-demo-2026";

export const people = {
  /** Runs the network's office. */
  coordinator: "anna.koordination@netzwerk.example",
  /** Sits in the steering group and represents an organisation. */
  steering: "f.gross-lehmann@willkommensamt-mittelelbe.example",
  /** Represents an organisation, nothing else. */
  representative: "t.baeuerle@wk-boerde-elbe.example",
  /** Works for an organisation. */
  staff: "o.kowaltschuk@wk-boerde-elbe.example",
} as const;

export type Role = keyof typeof people;
