/**
 * Files hold the ids of the staff who uploaded and approved them. What they did is exported by the record of it, and the ids stay.
 * Listed in functions/personal-data.ts.
 */
export const mediaPersonalData = { export: () => async () => ({}), erase: null }
