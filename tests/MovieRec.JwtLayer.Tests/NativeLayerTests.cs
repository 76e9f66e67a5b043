using System.Text;
using System.Text.Json.Nodes;
using MovieRec.JwtLayer.Tests.Hosting;
using MovieRec.TestKit;

[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)] // The library has one set of settings per process.

namespace MovieRec.JwtLayer.Tests;

public sealed class NativeLayerTests : IAsyncLifetime
{
    private const int InvalidArgument = -1;
    private const int NotConfigured = -2;
    private const int BufferTooSmall = -3;

    private NativeLayer _layer = null!;

    public async ValueTask InitializeAsync() => _layer = NativeLayer.Load(await BuiltPackage.LayerAsync());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Version_OfTheInterface_IsThree() => _layer.Version.ShouldBe(3);

    [Fact]
    public void Token_OfThePool_GivesItsSubject()
    {
        Configure();
        _layer.Verify(LiveTokens.Access()).ToJsonString().ShouldBe($$"""{"sub":"{{LiveTokens.Subject}}"}""");
    }

    [Theory]
    [InlineData("iss", "https://elsewhere.example.com", "IssuerNotAllowed")]
    [InlineData("token_use", "id", "TokenUseNotAllowed")]
    [InlineData("client_id", "other", "ClientIdNotAllowed")]
    [InlineData("scope", "email", "ScopeNotAllowed")]
    [InlineData("sub", null, "ClaimMissing")]
    public void Token_WithAClaimThatIsNotAccepted_IsRefusedWithExpectedAndActual(string claim, string? value, string reason)
    {
        Configure();
        var response = _layer.Verify(LiveTokens.Access(claims =>
        {
            claims.Remove(claim);
            if (value is not null)
                claims[claim] = value;
        }));
        Refused(response, reason);
        response["expected"]!.GetValue<string>().ShouldNotBeEmpty();
        response["actual"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public void Token_SignedByAnotherKey_IsRefused()
    {
        Configure();
        var token = LiveTokens.Access();
        Refused(_layer.Verify(token[..token.LastIndexOf('.')] + "." + LiveTokens.Access(key: TestKey.Second).Split('.')[2]),
            "SignatureInvalid");
    }

    [Fact]
    public void Token_OfAnUnknownKey_IsRefused()
    {
        Configure();
        Refused(_layer.Verify(LiveTokens.Access(key: TestKey.Second)), "KidUnknown");
    }

    [Theory]
    [InlineData("", "TokenMissing")]
    [InlineData("a.b", "NotThreeParts")]
    [InlineData("é.é.é", "NotBase64Url")]
    [InlineData("\0.\0.\0", "NotBase64Url")]
    public void Text_ThatIsNoToken_IsRefused(string text, string reason)
    {
        Configure();
        Refused(_layer.Verify(text), reason);
    }

    [Theory]
    [InlineData(16 * 1024)]
    [InlineData((16 * 1024) + 1)]
    [InlineData(8 * 1024 * 1024)]
    public void Text_LongerThanAToken_IsRefusedUnread(int length)
    {
        Configure();
        Refused(_layer.Verify(new string('a', length)), length > 16 * 1024 ? "TokenTooLong" : "NotThreeParts");
    }

    [Fact]
    public void Times_WithLeeway_MayBeOffByIt()
    {
        static void InTheFuture(JsonObject claims) => claims["iat"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 120;
        Configure();
        Refused(_layer.Verify(LiveTokens.Access(InTheFuture)), "IssuedInFuture");
        Configure(settings => settings["leewaySeconds"] = 300);
        _layer.Verify(LiveTokens.Access(InTheFuture))["sub"]!.GetValue<string>().ShouldBe(LiveTokens.Subject);
    }

    [Fact]
    public void Token_Expired_IsRefused()
    {
        Configure();
        Refused(_layer.Verify(LiveTokens.Access(claims => claims["exp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 1)), "Expired");
    }

    [Fact]
    public void Keys_NotSetYet_AreUnknownUntilTheyAreSet()
    {
        _layer.Configure(NativeLayer.Settings().ToJsonString()).ShouldBeNull();
        Refused(_layer.Verify(LiveTokens.Access()), "KidUnknown");
        _layer.SetKeys(TestKey.Jwks(TestKey.First)).ShouldBeNull();
        _layer.Verify(LiveTokens.Access())["sub"]!.GetValue<string>().ShouldBe(LiveTokens.Subject);
    }

    [Fact]
    public void Keys_SetAnew_ReplaceTheOldOnes()
    {
        Configure();
        _layer.SetKeys(TestKey.Jwks(TestKey.Second)).ShouldBeNull();
        Refused(_layer.Verify(LiveTokens.Access()), "KidUnknown");
        _layer.Verify(LiveTokens.Access(key: TestKey.Second))["sub"]!.GetValue<string>().ShouldBe(LiveTokens.Subject);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("{\"keys\":5}")]
    public void Text_ThatIsNoJwks_IsRefusedWithASentenceAndTheOldKeysStay(string jwks)
    {
        Configure();
        _layer.SetKeys(jwks).ShouldNotBeNull().ShouldContain("JWKS");
        _layer.Verify(LiveTokens.Access())["sub"]!.GetValue<string>().ShouldBe(LiveTokens.Subject);
    }

    [Fact]
    public async Task Verify_ByManyThreads_GivesEachItsOwnAnswer()
    {
        Configure();
        var tokens = Enumerable.Range(0, 16)
            .Select(user => (User: $"user-{user}", Token: LiveTokens.Access(claims => claims["sub"] = $"user-{user}"))).ToArray();
        await Parallel.ForEachAsync(Enumerable.Range(0, 400), TestContext.Current.CancellationToken, (at, _) =>
        {
            var (user, token) = tokens[at % tokens.Length];
            _layer.Verify(token)["sub"]!.GetValue<string>().ShouldBe(user);
            return ValueTask.CompletedTask;
        });
    }

    [Fact]
    public void Verify_WithArgumentsThatMakeNoSense_IsRefused()
    {
        Configure();
        byte[] token = [.. "a.b.c"u8], result = new byte[64];
        _layer.Verify(null, result, length: 5).ShouldBe(InvalidArgument);
        _layer.Verify(token, null).ShouldBe(InvalidArgument);
        _layer.Verify(token, result, length: -1).ShouldBe(InvalidArgument);
        _layer.Verify(token, result, capacity: -1).ShouldBe(InvalidArgument);
    }

    [Fact]
    public void Buffer_OfTheExactSize_IsEnoughAndOneByteLessIsNot()
    {
        Configure();
        var token = Encoding.ASCII.GetBytes(LiveTokens.Access());
        var needed = _layer.Verify(token, new byte[4096]);
        var exact = new byte[needed + 1];
        exact[needed] = 0xEE;
        _layer.Verify(token, exact, capacity: needed).ShouldBe(needed);
        exact[needed].ShouldBe((byte)0xEE);
        var small = new byte[needed];
        _layer.Verify(token, small, capacity: needed - 1).ShouldBe(BufferTooSmall);
        small.ShouldAllBe(value => value == 0);
    }

    [Theory]
    [InlineData("", "not JSON")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{\"issuer\":", "not JSON")]
    [InlineData("{\"issuer\":5}", "cognitojwt.h")]
    [InlineData("{\"leewaySeconds\":\"5\"}", "cognitojwt.h")]
    [InlineData("{\"clientIds\":\"a\"}", "cognitojwt.h")]
    [InlineData("{\"clientId\":\"a\"}", "clientId")]
    public void Settings_OfAnotherForm_AreRefusedWithASentence(string json, string part) =>
        _layer.Configure(json).ShouldNotBeNull().ShouldContain(part);

    [Theory]
    [InlineData("issuer", "null", "issuer")]
    [InlineData("issuer", "\"http://elsewhere.example.com\"", "issuer")]
    [InlineData("clientIds", "[]", "ClientIds")]
    [InlineData("clientIds", "[\"a\",\"\"]", "ClientIds")]
    [InlineData("scope", "null", "Scopes")]
    [InlineData("leewaySeconds", "301", "Leeway")]
    [InlineData("leewaySeconds", "-1", "Leeway")]
    public void Setting_ThatChecksNothing_IsRefusedAndTheOldOnesStayInForce(string name, string value, string part)
    {
        Configure();
        var settings = NativeLayer.Settings();
        settings[name] = JsonNode.Parse(value);
        _layer.Configure(settings.ToJsonString()).ShouldNotBeNull().ShouldContain(part);
        _layer.Verify(LiveTokens.Access())["sub"]!.GetValue<string>().ShouldBe(LiveTokens.Subject);
    }

    [Fact]
    public void Configure_WithArgumentsThatMakeNoSense_IsRefused()
    {
        _layer.Configure(null, new byte[64], length: 2).ShouldBe(InvalidArgument);
        _layer.Configure([.. "{}"u8], null).ShouldBe(InvalidArgument);
        _layer.Configure([.. "{}"u8], new byte[64], length: -1).ShouldBe(InvalidArgument);
        _layer.Configure("[]", errorCapacity: 4).ShouldBe("The ");
        Configure();
        _layer.SetKeys(null, new byte[64], length: 2).ShouldBe(InvalidArgument);
        _layer.SetKeys([.. "{}"u8], null).ShouldBe(InvalidArgument);
        _layer.SetKeys("[]", errorCapacity: 4).ShouldBe("the ");
    }

    [Fact]
    public async Task Verify_BeforeConfigure_AcceptsNothing()
    {
        using var folder = new TemporaryFolder();
        File.Copy(await BuiltPackage.LayerAsync(), folder.File("fresh.so"));
        var fresh = NativeLayer.Load(folder.File("fresh.so"));
        fresh.Version.ShouldBe(3);
        fresh.SetKeys(Encoding.UTF8.GetBytes(TestKey.Jwks(TestKey.First)), new byte[64]).ShouldBe(NotConfigured);
        fresh.Verify(Encoding.ASCII.GetBytes(LiveTokens.Access()), new byte[4096]).ShouldBe(NotConfigured);
    }

    private static void Refused(JsonNode response, string reason)
    {
        response["sub"].ShouldBeNull();
        response["reason"]!.GetValue<string>().ShouldBe(reason);
    }

    private void Configure(Action<JsonObject>? change = null)
    {
        var settings = NativeLayer.Settings();
        change?.Invoke(settings);
        _layer.Configure(settings.ToJsonString()).ShouldBeNull();
        _layer.SetKeys(TestKey.Jwks(TestKey.First)).ShouldBeNull();
    }
}
