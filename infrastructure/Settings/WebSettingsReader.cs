using System.Text.RegularExpressions;
using MovieRec.Api.Outcomes;

namespace MovieRec.Infrastructure.Settings;

/// <summary>Reads the settings of <see cref="WebStack"/>; a missing or malformed key gives one sentence with an example.</summary>
public static partial class WebSettingsReader
{
    private const string ApiExample = "https://abc123.execute-api.eu-west-1.amazonaws.com/prod";
    private const string DomainExample = "films.example.com";
    private const string CertificateExample = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012";

    /// <exception cref="ConfigurationException">A value is missing or malformed.</exception>
    public static WebSettings Read(SettingValues values) => new()
    {
        StackName = $"{SettingsReader.StackName(values)}-Web",
        ApiUrl = Api(values),
        Domain = Domain(values),
    };

    private static Uri Api(SettingValues values)
    {
        var text = SettingsReader.Matching(values, "apiUrl", ApiUrl(), ApiExample)
            ?? throw new ConfigurationException(
                $"apiUrl is missing: pass the output ApiUrl of the API's stack, such as -c apiUrl={ApiExample} or API_URL={ApiExample}.");
        return Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var address)
            ? address
            : throw new ConfigurationException($"apiUrl is '{text}', which is not valid: it looks like apiUrl={ApiExample}.");
    }

    private static WebDomain? Domain(SettingValues values)
    {
        var name = SettingsReader.Matching(values, "webDomain", DomainName(), DomainExample);
        var certificate = SettingsReader.Matching(values, "webCertificateArn", CertificateArn(), CertificateExample);
        return (name, certificate) switch
        {
            (null, null) => null,
            (null, _) => throw new ConfigurationException(
                $"webDomain is missing, but webCertificateArn needs it: pass both, such as -c webDomain={DomainExample}."),
            (_, null) =>
                throw new ConfigurationException(
                    $"webCertificateArn is missing, but webDomain needs it: pass the certificate in us-east-1, such as -c "
                    + $"webCertificateArn={CertificateExample}."),
            _ => new WebDomain(name, certificate),
        };
    }

    /// <summary>Pattern of the API's address; it excludes separators of the Content-Security-Policy, which contains the origin.</summary>
    [GeneratedRegex(
        @"^https://[0-9a-z]([0-9a-z.-]{0,251}[0-9a-z])?(:[0-9]{1,5})?(/[0-9A-Za-z._~-]+)*/?\z", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex ApiUrl();

    [GeneratedRegex(
        @"^([0-9a-z]([0-9a-z-]{0,61}[0-9a-z])?\.){1,10}[a-z]([0-9a-z-]{0,61}[0-9a-z])\z", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex DomainName();

    [GeneratedRegex(
        @"^arn:aws:acm:us-east-1:[0-9]{12}:certificate/[0-9a-f-]{36}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CertificateArn();
}
