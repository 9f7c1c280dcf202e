export * from './demonstration-people.tsx'
export * from './password-form.tsx'
export * from './setup-form.tsx'
export * from './sign-in-form.tsx'
