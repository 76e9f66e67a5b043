using System.Text;
using System.Text.Json;
using MovieRec.Aws.UserPool;
using MovieRec.TestKit;

namespace MovieRec.Emulators.Tests;

public sealed class CognitoLocalTests : IDisposable
{
    private const string Email = "kept@example.com";
    private const string Password = "Correct-Horse-1";
    private const string IssuerDomain = "http://localhost:8080";

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = CognitoHttp.CreateClient(Timeout.InfiniteTimeSpan);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pool_InAFolder_KeepsItsAccountsAndItsIssuer()
    {
        string issuer;
        await using (var first = await StartAsync())
        {
            issuer = first.Issuer;
            issuer.ShouldBe($"{IssuerDomain}/{first.PoolId}");
            await GetPool(first).SignUpAsync(Email, Password, Cancellation);
        }

        await using var second = await StartAsync();
        second.Issuer.ShouldBe(issuer);
        var code = (await second.CodesAsync(Cancellation)).ShouldHaveSingleItem();
        code.Email.ShouldBe(Email);
        (await GetPool(second).ConfirmSignUpAsync(Email, code.Code, Cancellation)).ShouldBeNull();
        (await second.CodesAsync(Cancellation)).ShouldBeEmpty();

        (await GetPool(second).SignInAsync(Email, Password, Cancellation)).Succeeded(out var tokens, out _).ShouldBeTrue();
        var claims = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(tokens!.AccessToken.Split('.')[1]));
        using var access = JsonDocument.Parse(claims);
        access.RootElement.GetProperty("iss").GetString().ShouldBe(issuer);
        access.RootElement.GetProperty("client_id").GetString().ShouldBe(second.ClientId);
        (await _http.GetStringAsync(second.JwksAddress, Cancellation)).ShouldContain("\"keys\"");
    }

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    private CognitoUserPool GetPool(CognitoLocal local) =>
        new(_http, new CognitoClientSettings { Endpoint = local.Endpoint, ClientId = local.ClientId }, new ManualClock());

    private Task<CognitoLocal> StartAsync() => CognitoLocal.StartAsync(
        EmulatorFolder.Above(AppContext.BaseDirectory), _folder.File("accounts"), IssuerDomain, TimeProvider.System, Cancellation);
}
