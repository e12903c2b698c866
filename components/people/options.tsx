export type Option = { value: string; label: string };

/** The choices of a select, after an empty one where nothing may be chosen. */
export function Options({ options, empty }: { options: readonly Option[]; empty?: string }) {
  return (
    <>
      {empty && <option value="">{empty}</option>}
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </>
  );
}
