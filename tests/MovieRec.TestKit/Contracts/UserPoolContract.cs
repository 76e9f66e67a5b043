namespace MovieRec.TestKit.Contracts;

/// <summary>All that <see cref="Api.Auth.IUserPool"/> promises. Fresh codes are apart, since Cognito's emulator sends none.</summary>
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
        (await Pool.ResendConfirmationCodeAsync($"nobody-{Email}", Cancellation)).ShouldBeNull();
    }
}
