using MovieRec.Api.Tests.Hosting;
using MovieRec.TestKit.Http;

namespace MovieRec.Api.Tests.Auth;

public sealed class SignupFunctionTests
{
    private const string Email = "New.User@example.com";
    private const string Password = "Correct-Horse-1";

    [Fact]
    public async Task SignUp_ThenTheCode_ThenSignIn_GivesTokens()
    {
        await using var service = await Service.StartAsync();
        (await service.PostAsync("/auth/signup", new { email = Email, password = Password })).Status.ShouldBe(200);
        var confirmed = await service.PostAsync("/auth/signup", new { email = Email, code = await CodeAsync(service) });
        confirmed.Json.GetProperty("email").GetString().ShouldBe(Email);

        var tokens = await service.PostAsync("/auth/signin", new { email = " new.user@EXAMPLE.com ", password = Password });
        tokens.Status.ShouldBe(200, tokens.Text);
        tokens.Json.GetProperty("ExpiresIn").GetInt32().ShouldBe(3600);
        tokens.Header("Cache-Control").ShouldBe("no-store");

        var refreshed =
            await service.PostAsync("/auth/refresh", new { refreshToken = tokens.Json.GetProperty("RefreshToken").GetString() });
        refreshed.Json.GetProperty("expiresIn").GetInt32().ShouldBe(3600);
    }

    [Fact]
    public async Task SignUp_TheSameEmailAgain_IsConflict()
    {
        await using var service = await Service.StartAsync();
        await service.PostAsync("/auth/signup", new { email = Email, password = Password });
        await service.PostAsync("/auth/signup", new { email = Email, code = await CodeAsync(service) });
        var again = await service.PostAsync("/auth/signup", new { email = Email.ToUpperInvariant(), password = Password });
        (again.Status, again.Code).ShouldBe((409, "UsernameExistsException"));
    }

    [Theory]
    [InlineData("""{"password":"Correct-Horse-1"}""", "email")]
    [InlineData("""{"email":"a@b.c"}""", "password")]
    [InlineData("""{"email":5,"password":"Correct-Horse-1"}""", "email")]
    [InlineData("""{"email":"a@b.c","password":["x"]}""", "password")]
    [InlineData("""{"email":"  ","password":"Correct-Horse-1"}""", "email")]
    [InlineData("""{"email":"a@b.c","code":123456}""", "code")]
    [InlineData("""{"email":"a@b.c","resend":"yes"}""", "resend")]
    [InlineData("""{"email":"a@b.c","resend":false}""", "resend")]
    [InlineData("""{"code":"123456"}""", "email")]
    public async Task SignUp_AFieldOfTheWrongForm_IsNamed(string body, string field)
    {
        await using var service = await Service.StartAsync();
        var response = await service.PostRawAsync("/auth/signup", body);
        (response.Status, response.Code).ShouldBe((400, "ValidationFailed"));
        response.Json.GetProperty("details").TryGetProperty(field, out _).ShouldBeTrue(response.Text);
    }

    /// <summary>Rejects the Kelvin sign, whose lower case is k: such an address took the place of the one with k.</summary>
    [Theory]
    [InlineData("mar\u212A@example.com", "U+212A")]
    [InlineData("mark@example.\u212Aom", "U+212A")]
    [InlineData("\u212Bsa@example.com", "U+212B")]
    [InlineData("\uFF4Dark@example.com", "U+FF4D")]
    [InlineData("o\uFB03ce@example.com", "U+FB03")]
    [InlineData("\u017Fam@example.com", "U+017F")]
    [InlineData("m\u00B2@example.com", "U+00B2")]
    [InlineData("mark\u2122@example.com", "U+2122")]
    [InlineData("jose\u0301@example.com", "U+0301")]
    [InlineData("mark@example\uFF0Ecom", "U+FF0E")]
    public async Task AnyCall_AnEmailWithLettersThatStandForOthers_IsRefused(string email, string letter)
    {
        await using var service = await Service.StartAsync();
        object[] bodies = [new { email, password = Password }, new { email, code = "123456" }, new { email, resend = true }];
        foreach (var body in bodies)
            ShouldName(await service.PostAsync("/auth/signup", body), letter);
        ShouldName(await service.PostAsync("/auth/signin", new { email, password = Password }), letter);
    }

    [Theory]
    [InlineData("jürgen@exämple.de")]
    [InlineData("Ærø.Łódź.ñandú@example.com")]
    [InlineData("иван@пример.рф")]
    [InlineData("δοκιμή@παράδειγμα.gr")]
    [InlineData("山田@例え.jp")]
    [InlineData("メール@example.jp")]
    [InlineData("김철수@example.kr")]
    public async Task SignUp_AnEmailOfAnyScript_IsTaken(string email)
    {
        await using var service = await Service.StartAsync();
        (await service.PostAsync("/auth/signup", new { email, password = Password })).Status.ShouldBe(200);
    }

    private static void ShouldName(ClientResponse response, string letter)
    {
        (response.Status, response.Code).ShouldBe((400, "ValidationFailed"));
        response.Json.GetProperty("details").GetProperty("email").GetString().ShouldNotBeNull().ShouldContain(letter);
    }

    private static async Task<string> CodeAsync(Service service) =>
        (await service.Inbox.ReadAsync(Email, TestContext.Current.CancellationToken))[^1].Code;
}
