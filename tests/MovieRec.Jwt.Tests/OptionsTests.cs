using MovieRec.Jwt.Tests.Fixtures;

namespace MovieRec.Jwt.Tests;

public sealed class OptionsTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(301)]
    [InlineData(86_400)]
    public void Leeway_OutsideFiveMinutes_StopsTheStartUp(int seconds) =>
        Refused(Verifying.Options with { Leeway = TimeSpan.FromSeconds(seconds) }).ShouldContain("Leeway must be 0 to 5 minutes");

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    public void Leeway_UpToFiveMinutes_IsTaken(int seconds) =>
        Verifying.With(Verifying.Options with { Leeway = TimeSpan.FromSeconds(seconds) });

    [Fact]
    public void Leeway_NotSet_IsNone() => Verifying.Options.Leeway.ShouldBe(TimeSpan.Zero);

    [Theory]
    [InlineData(-1)]
    [InlineData(65_537)]
    public void SignatureCacheCapacity_OutOfRange_StopsTheStartUp(int capacity) =>
        Refused(Verifying.Options with { SignatureCacheCapacity = capacity }).ShouldContain("SignatureCacheCapacity must be 0 to 65536");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Issuer_Empty_StopsTheStartUp(string? issuer) =>
        Refused(Verifying.Options with { Issuer = issuer! }).ShouldContain("Issuer is empty: set it to the user pool's issuer");

    [Theory]
    [InlineData(TokenUses.None)]
    [InlineData((TokenUses)4)]
    [InlineData((TokenUses)7)]
    public void TokenUse_None_StopsTheStartUp(TokenUses tokenUse) =>
        Refused(Verifying.Options with { TokenUse = tokenUse }).ShouldContain("TokenUse must be Access, Id or AccessOrId");

    [Fact]
    public void ClientIds_Null_StopsTheStartUpAndNamesTheOptOut() =>
        Refused(Verifying.Options with { ClientIds = null! }).ShouldContain("use ClientIds.NotChecked");

    [Fact]
    public void Scopes_Null_StopsTheStartUpAndNamesTheOptOut() =>
        Refused(Verifying.Options with { Scopes = null! }).ShouldContain("use Scopes.NotChecked");

    [Fact]
    public void AnyOf_Nothing_StopsTheStartUpAndNamesTheOptOut()
    {
        Should.Throw<ArgumentException>(() => ClientIds.AnyOf()).Message.ShouldContain("ClientIds.NotChecked");
        Should.Throw<ArgumentException>(() => ClientIds.AnyOf(null!)).Message.ShouldContain("ClientIds.NotChecked");
        Should.Throw<ArgumentException>(() => Scopes.AnyOf()).Message.ShouldContain("Scopes.NotChecked");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void AnyOf_AnEmptyName_StopsTheStartUp(string? name)
    {
        Should.Throw<ArgumentException>(() => ClientIds.AnyOf("client-1", name!)).Message.ShouldContain("One of ClientIds is empty");
        Should.Throw<ArgumentException>(() => Scopes.AnyOf(name!)).Message.ShouldContain("One of Scopes is empty");
    }

    [Fact]
    public async Task AnyOf_AnArrayChangedLater_StillAcceptsWhatItWasGiven()
    {
        string[] clients = ["client-1"];
        var verifier = Verifying.With(Verifying.Options with { ClientIds = ClientIds.AnyOf(clients) });
        clients[0] = "mallory";
        await verifier.AcceptedAsync(Tokens.Access());
        await verifier.RefusedAsync(Tokens.Access(claims => claims["client_id"] = "mallory"), FailureReason.ClientIdNotAllowed);
    }

    [Fact]
    public void Check_LeftOut_DoesNotCompile()
    {
        // The compiler requires a property in an object initializer if it has this attribute.
        foreach (var name in new[] { "Issuer", "TokenUse", "ClientIds", "Scopes" })
        {
            typeof(TokenVerifierOptions).GetProperty(name)!
                .GetCustomAttributes(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), false).ShouldNotBeEmpty(name);
        }
    }

    private static string Refused(TokenVerifierOptions options) => Should.Throw<ArgumentException>(() => Verifying.With(options)).Message;
}
