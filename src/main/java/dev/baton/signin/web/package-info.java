/**
 * The pages of the sign-in and of the account, and the same in the API. Begin with {@link
 * SignInController}.
 */
package dev.baton.signin.web;
