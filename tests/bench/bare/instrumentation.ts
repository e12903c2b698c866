/** Nothing to prepare. The file is here because Next otherwise takes the one of the repository around this app. */
export function register(): void {}
