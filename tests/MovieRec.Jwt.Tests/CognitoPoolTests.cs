namespace MovieRec.Jwt.Tests;

public sealed class CognitoPoolTests
{
    [Theory]
    [InlineData("us-east-1_123456", "us-east-1")]
    [InlineData("eu-west-1_AbC123xyz", "eu-west-1")]
    [InlineData("us-gov-west-1_a", "us-gov-west-1")]
    public void FromId_APoolId_GivesIssuerAndJwksAddress(string id, string region)
    {
        var pool = CognitoPool.FromId(id, "USER_POOL_ID");
        pool.Issuer.ShouldBe($"https://cognito-idp.{region}.amazonaws.com/{id}");
        pool.JwksAddress.ShouldBe($"https://cognito-idp.{region}.amazonaws.com/{id}/.well-known/jwks.json");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("us-east-1")]
    [InlineData("_abc")]
    [InlineData("us-east-1_")]
    [InlineData("us-east-1_ab-c")]
    [InlineData("us-east-1_abc\n")]
    [InlineData(" us-east-1_abc")]
    [InlineData("us-east-1_äbc")]
    [InlineData("us-éast-1_abc")]
    [InlineData("mallory.example/us-east-1_abc")]
    [InlineData("us-east-1_abc/../other")]
    [InlineData("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_abc")]
    public void FromId_AnythingElse_StopsTheStartUpAndNamesTheSetting(string? id) =>
        Should.Throw<ArgumentException>(() => CognitoPool.FromId(id, "USER_POOL_ID")).Message.ShouldStartWith("USER_POOL_ID is ");

    [Theory]
    [InlineData("http://localhost:8080/local_abc", "http://localhost:8080/local_abc/.well-known/jwks.json")]
    [InlineData("http://127.0.0.1:9229/local_abc/", "http://127.0.0.1:9229/local_abc/.well-known/jwks.json")]
    [InlineData(
        "https://issuer.cognito-idp.us-east-1.amazonaws.com/us-east-1_a",
        "https://issuer.cognito-idp.us-east-1.amazonaws.com/us-east-1_a/.well-known/jwks.json")]
    public void At_AnIssuer_KeepsItAndPutsTheJwksUnderIt(string issuer, string jwks)
    {
        var pool = CognitoPool.At(issuer, "ISSUER");
        pool.Issuer.ShouldBe(issuer);
        pool.JwksAddress.ShouldBe(jwks);
    }

    [Fact]
    public void At_WithAJwksAddress_KeepsBoth()
    {
        var pool = CognitoPool.At("https://issuer.example/a", "https://keys.example/b.json", "ISSUER");
        (pool.Issuer, pool.JwksAddress).ShouldBe(("https://issuer.example/a", "https://keys.example/b.json"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("local_abc")]
    [InlineData("/local_abc")]
    [InlineData("http://example.com/local_abc")]
    [InlineData("ftp://localhost/local_abc")]
    public void At_AnythingElse_StopsTheStartUpAndNamesTheSetting(string? issuer) =>
        Should.Throw<ArgumentException>(() => CognitoPool.At(issuer, "ISSUER")).Message.ShouldStartWith("ISSUER is ");
}
