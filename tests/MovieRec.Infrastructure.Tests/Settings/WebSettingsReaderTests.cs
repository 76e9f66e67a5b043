using MovieRec.Api.Outcomes;
using MovieRec.Infrastructure.Settings;
using MovieRec.Infrastructure.Tests.Synthesis;

namespace MovieRec.Infrastructure.Tests.Settings;

/// <summary>Settings of the page's stack; an error is one sentence that names the key and an example.</summary>
public sealed class WebSettingsReaderTests
{
    [Theory]
    [InlineData(Stacks.ApiUrl)]
    [InlineData(Stacks.ApiUrl + "/")]
    public void ApiUrl_Alone_IsEnough(string given)
    {
        var settings = Read(("apiUrl", given));
        settings.ApiUrl.ToString().ShouldBe(Stacks.ApiUrl);
        (settings.StackName, settings.Domain).ShouldBe(("MovieRec-Web", null));
    }

    [Fact]
    public void StackName_OfAnotherApi_NamesItsPage() =>
        Read(("apiUrl", Stacks.ApiUrl), ("stackName", "Films")).StackName.ShouldBe("Films-Web");

    [Fact]
    public void Domain_WithItsCertificate_IsRead() =>
        Read(("apiUrl", Stacks.ApiUrl), ("webDomain", Stacks.Domain), ("webCertificateArn", Stacks.CertificateArn))
            .Domain.ShouldBe(new WebDomain(Stacks.Domain, Stacks.CertificateArn));

    [Theory]
    [InlineData("apiUrl", "")]
    [InlineData("apiUrl", "http://abc123.execute-api.eu-west-1.amazonaws.com/prod")]
    [InlineData("apiUrl", "abc123.execute-api.eu-west-1.amazonaws.com/prod")]
    [InlineData("apiUrl", "https://a.example.com/prod; script-src *")]
    [InlineData("apiUrl", "https://a.example.com,https://b.example.com")]
    [InlineData("apiUrl", "https://*.example.com")]
    [InlineData("apiUrl", "https://me@a.example.com/prod")]
    [InlineData("apiUrl", "https://a.example.com/prod?x=1")]
    [InlineData("apiUrl", "https://a.example.com:99999/prod")]
    [InlineData("webDomain", "https://films.example.com")]
    [InlineData("webDomain", "films")]
    [InlineData("webDomain", "*.example.com")]
    [InlineData("webCertificateArn", "12345678-1234-1234-1234-123456789012")]
    [InlineData("webCertificateArn", "arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012")]
    [InlineData("stackName", "Movie_Rec")]
    public void Value_ThatCannotBe_IsNamedInOneSentence(string key, string value) =>
        ShouldFail(key, ("apiUrl", Stacks.ApiUrl), (key, value));

    [Theory]
    [InlineData("webCertificateArn", "webDomain", Stacks.Domain)]
    [InlineData("webDomain", "webCertificateArn", Stacks.CertificateArn)]
    public void Domain_WithoutItsCounterpart_IsRefused(string missing, string key, string value) =>
        ShouldFail(missing, ("apiUrl", Stacks.ApiUrl), (key, value));

    [Fact]
    public void Stack_OfAnotherName_IsRefusedAndTheNamesAreSaid() =>
        Should.Throw<ConfigurationException>(
            () => SettingsReader.Word(new SettingValues(_ => "page", _ => null), "stack", "infrastructure", "prerequisites", "web"))
            .Message.ShouldBe("stack is 'page': write stack=infrastructure (the default) or stack=prerequisites or stack=web.");

    private static void ShouldFail(string key, params (string Key, string Value)[] given)
    {
        var problem = Should.Throw<ConfigurationException>(() => Read(given)).Message;
        problem.ShouldStartWith($"{key} is ");
        problem.ShouldContain($"{key}=");
        problem.ShouldEndWith(".");
        problem.ShouldNotContain("\n");
    }

    private static WebSettings Read(params (string Key, string Value)[] given)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in given)
            all[key] = value;
        return WebSettingsReader.Read(new SettingValues(all.GetValueOrDefault, _ => null));
    }
}
