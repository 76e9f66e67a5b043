using MovieRec.Api.Auth;
using MovieRec.Api.Outcomes;
using MovieRec.Aws.Tests.Emulators;
using MovieRec.TestKit.Contracts;

namespace MovieRec.Aws.Tests.UserPool;

/// <summary>Contract on cognito-local, which has no <c>ResendConfirmationCode</c>; the protocol tests cover that.</summary>
public sealed class CognitoUserPoolTests(SharedCognito cognito) : UserPoolAccountContract
{
    protected override IUserPool Pool => cognito.Pool;

    protected override Task<string> CodeSentToAsync(string email) => cognito.CodeSentToAsync(email);

    /// <summary>Differs from the local pool: no public operation of Cognito replaces the password of an unconfirmed account.</summary>
    [Fact]
    public async Task SignUp_UnconfirmedEmailAgain_IsRefusedByCognito()
    {
        await SignedUpAsync(Email);
        (await Pool.SignUpAsync(Email, "Another-Horse-8", Cancellation)).Failure!.Code.ShouldBe(FailureCode.UsernameExistsException);
    }
}
