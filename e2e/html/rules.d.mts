export const rules: object;
