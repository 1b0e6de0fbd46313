// The version that runs and reports carry; a test holds it to package.json.
export const version = '0.1.0';
