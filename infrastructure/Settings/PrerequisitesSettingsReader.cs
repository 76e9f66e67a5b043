using System.Text.RegularExpressions;
using MovieRec.Api.Outcomes;

namespace MovieRec.Infrastructure.Settings;

/// <summary>Reader of <see cref="PrerequisitesSettings"/>.</summary>
public static partial class PrerequisitesSettingsReader
{
    private const string Example = "arn:aws:ses:eu-west-1:111122223333:identity/films@example.com";

    /// <exception cref="ConfigurationException">A value is malformed.</exception>
    public static PrerequisitesSettings Read(SettingValues values) => new(TableNamesReader.ReadGiven(values), Sender(values));

    private static SesSender? Sender(SettingValues values)
    {
        if (SettingsReader.Matching(values, "sesFromArn", IdentityArn(), Example) is not { } arn)
            return null;
        var identity = arn[(arn.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return new SesSender(arn, identity.Contains('@', StringComparison.Ordinal) ? identity : $"no-reply@{identity}");
    }

    [GeneratedRegex(
        @"^arn:aws[a-z-]*:ses:[a-z0-9-]+:[0-9]{12}:identity/([0-9A-Za-z._+-]{1,64}@)?[0-9A-Za-z.-]{1,253}\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdentityArn();
}
