/** Named in every receipt; the version is the package's, put in when the code is bundled. */
export const ENGINE = { name: 'light-and-letters', version: __ENGINE_VERSION__ } as const;
