using System.Globalization;
using System.Text.RegularExpressions;
using MovieRec.Api;
using MovieRec.Api.Http;
using MovieRec.Api.Outcomes;
using MovieRec.Aws.UserPool;

namespace MovieRec.Infrastructure.Settings;

/// <summary>Reads the settings; a missing or malformed key gives one sentence with an example.</summary>
public static partial class SettingsReader
{
    public const int DefaultRetentionDays = 30;
    public const string DefaultStackName = "MovieRec";
    public const string PrerequisitesName = "MovieRec-Prerequisites";

    /// <summary>Retentions in days that CloudWatch Logs accepts.</summary>
    private static readonly int[] s_retentions =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    /// <exception cref="ConfigurationException">A value is missing or malformed.</exception>
    public static StackSettings Read(SettingValues values)
    {
        if (values.Raw("userPoolClientSecret") is not null)
        {
            throw new ConfigurationException(
                "userPoolClientSecret is not accepted, since it would appear in the template: use an app client without a secret, as "
                + "PrerequisitesStack creates it.");
        }

        return new StackSettings
        {
            StackName = StackName(values),
            UserPoolId = Pool(values),
            UserPoolClientId = Matching(values, "userPoolClientId", ClientId(), "1example23456789abcdefghij")
                ?? throw Missing("userPoolClientId", "the id of the pool's app client", "1example23456789abcdefghij"),
            UserPoolIssuer = Issuer(values),
            TableNames = TableNamesReader.Read(values),
            Cors = Origins(values),
            TmdbParameter = Matching(values, "tmdbParameter", ParameterName(), "/movierec/tmdb-key"),
            LogRetentionDays = Retention(values),
            AlarmTopicArn = Matching(values, "alarmTopicArn", TopicArn(), "arn:aws:sns:eu-west-1:111122223333:movierec-alarms"),
            RolePerFunction = Choice(values, "roles", "shared", "perFunction"),
            Schedules = Choice(values, "schedule", "on", "off") ? [] : Schedule.All,
            RateLimitPerAddress =
                Number(values, "rateLimitPerAddress", 10, 2_000_000_000, "requests in five minutes, which AWS WAF counts per address"),
            ReservedConcurrency = Number(values, "reservedConcurrency", 1, 10_000, "concurrent executions per function"),
            SetsAccountRole = Choice(values, "apiGatewayAccountRole", "keep", "set"),
        };
    }

    /// <returns>True if <paramref name="chosen"/> was given; the other word is the default.</returns>
    public static bool Choice(SettingValues values, string key, string otherwise, string chosen) =>
        Word(values, key, otherwise, chosen) == chosen;

    /// <returns>The given word; <paramref name="otherwise"/> is the default.</returns>
    public static string Word(SettingValues values, string key, string otherwise, params string[] chosen) => values.Find(key) switch
    {
        null => otherwise,
        var word when word == otherwise || chosen.Contains(word, StringComparer.Ordinal) => word,
        var word => throw new ConfigurationException(
            $"{key} is '{word}': write {key}={otherwise} (the default) or {string.Join(" or ", chosen.Select(one => $"{key}={one}"))}."),
    };

    internal static string StackName(SettingValues values) => Matching(values, "stackName", Name(), DefaultStackName) ?? DefaultStackName;

    internal static string? Matching(SettingValues values, string key, Regex form, string example)
    {
        if (values.Find(key) is not { } value)
            return null;
        return form.IsMatch(value) ? value : throw Malformed(key, value, example);
    }

    private static UserPoolId Pool(SettingValues values)
    {
        const string Key = "userPoolId";
        const string Example = "eu-west-1_AbCdEf123";
        var text = values.Find(Key) ?? throw Missing(Key, "the id of your user pool", Example);
        return UserPoolId.Parse(text) ?? throw Malformed(Key, text, Example);
    }

    /// <summary>Reads the issuer that is the same in every Region; null for the pool's own, which is the default.</summary>
    private static string? Issuer(SettingValues values)
    {
        var pool = Pool(values);
        var expected = $"https://issuer-cognito-idp.{pool.Region}.amazonaws.com/{pool.Text}";
        return values.Find("userPoolIssuer") switch
        {
            null => null,
            var issuer when issuer == expected => issuer,
            var issuer => throw Malformed("userPoolIssuer", issuer, expected),
        };
    }

    private static int? Number(SettingValues values, string key, int least, int most, string what) => values.Find(key) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
            && number <= most => number,
        var text => throw new ConfigurationException(
            $"{key} is '{text}': write a number from {least} to {most} ({what}), such as {key}={Math.Max(least, 100)}."),
    };

    private static ConfigurationException Malformed(string key, string value, string example) =>
        new($"{key} is '{value}', which is not valid: it looks like {key}={example}.");

    private static ConfigurationException Missing(string key, string what, string example) => new(
        $"{key} is missing: pass {what}, such as -c {key}={example} or {SettingValues.ToVariable(key)}={example} (if you have no pool "
        + "yet, deploy one first with -c stack=prerequisites).");

    private static CorsPolicy Origins(SettingValues values)
    {
        var text = values.Find("allowedOrigins") ?? CorsPolicy.DefaultOrigins;
        try
        {
            var policy = CorsPolicy.Parse(text);
            // They are part of API Gateway's templates, where a quote or a dollar sign has a meaning.
            if (policy.Origins.FirstOrDefault(origin => !Origin().IsMatch(origin)) is { } odd)
                throw new FormatException($"'{odd}' has characters that an origin cannot have");
            return policy;
        }
        catch (FormatException problem)
        {
            throw new ConfigurationException(
                $"allowedOrigins cannot be read ({problem.Message.TrimEnd('.')}): it looks like "
                + "allowedOrigins=https://films.example.com,http://localhost:3000.");
        }
    }

    private static int Retention(SettingValues values)
    {
        if (values.Find("logRetentionDays") is not { } text)
            return DefaultRetentionDays;
        return int.TryParse(text, out var days) && s_retentions.Contains(days)
            ? days
            : throw new ConfigurationException(
                $"logRetentionDays is '{text}': CloudWatch keeps logs for {string.Join(", ", s_retentions)} days, such as "
                + "logRetentionDays=30.");
    }

    /// <summary>Pattern of stack names: short enough for the longest function name to follow.</summary>
    [GeneratedRegex(@"^[A-Za-z][0-9A-Za-z-]{0,38}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^[0-9A-Za-z_+]{1,128}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClientId();

    [GeneratedRegex(@"^(/[0-9A-Za-z_.-]+){1,15}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ParameterName();

    [GeneratedRegex(
        @"^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[0-9A-Za-z_-]{1,256}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TopicArn();

    [GeneratedRegex(
        @"^https?://([0-9A-Za-z.-]+|\[[0-9a-f:]+\])(:[0-9]{1,5})?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Origin();
}
