namespace MovieRec.TestKit.Contracts;

/// <summary>Complete contract of <see cref="Api.Auth.IUserPool"/>.</summary>
/// <remarks>Fresh codes are in this class because Cognito's emulator sends none.</remarks>
public abstract class UserPoolContract : UserPoolAccountContract
{
    [Fact]
    public async Task Resend_UnconfirmedUser_SendsACodeThatConfirms()
    {
        await SignedUpAsync(Email);
        (await Pool.ResendConfirmationCodeAsync(Email, Cancellation)).ShouldBeNull();

        await ConfirmAsync(Email);
        Value(await Pool.SignInAsync(Email, Password, Cancellation));
    }

    [Fact]
    public async Task Resend_UnknownOrConfirmedUser_SaysNothing()
    {
        await SignedUpAsync(Email);
        await ConfirmAsync(Email);

        (await Pool.ResendConfirmationCodeAsync(Email, Cancellation)).ShouldBeNull();
        (await Pool.ResendConfirmationCodeAsync($"unknown-{Email}", Cancellation)).ShouldBeNull();
    }
}
