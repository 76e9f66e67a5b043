using MovieRec.Api.Auth;
using MovieRec.Aws.Tests.Emulators;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Aws.Tests.UserPool;

/// <summary>On cognito-local, which has no <c>ResendConfirmationCode</c>: that is in the protocol tests.</summary>
public sealed class CognitoUserPoolTests(SharedCognito cognito) : UserPoolAccountContract
{
    protected override IUserPool Pool => cognito.Pool;

    protected override Task<string> CodeSentToAsync(string email) => cognito.CodeSentToAsync(email);
}
