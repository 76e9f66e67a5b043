using System.IO.Compression;
using Amazon.CDK;
using MovieRec.Infrastructure.Packaging;
using MovieRec.Infrastructure.Settings;
using MovieRec.Infrastructure.Tests.Synthesis;
using MovieRec.TestKit;

[assembly: AssemblyFixture(typeof(Stacks))]
// The CDK serves one caller at a time, and JSON nodes are not safe for concurrent reads.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace MovieRec.Infrastructure.Tests.Synthesis;

/// <summary>Synthesized stacks, each created once.</summary>
/// <remarks>The CDK starts Node, which takes seconds, and serves one caller at a time. The deployed files are stand-ins, so nothing is
/// compiled.</remarks>
public sealed class Stacks : IDisposable
{
    public const string FirstOrigin = "https://films.example.com";
    public const string SecondOrigin = "http://localhost:3000";
    public const string UserPoolId = "eu-west-1_AbCdEf123";
    public const string ClientId = "1example23456789abcdefghij";

    public const string ApiUrl = "https://abc123.execute-api.eu-west-1.amazonaws.com/prod";
    public const string Domain = "films.example.com";
    public const string CertificateArn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012";

    private readonly TemporaryFolder _folder = new();
    private readonly Lock _one = new();
    private readonly Dictionary<string, Template> _made = new(StringComparer.Ordinal);
    private int _count;

    public Stacks()
    {
        Zip("function.zip", "bootstrap");
        Zip("layer.zip", "lib/libcognitojwt.so");
        foreach (
            var file in new[] { "index.html", "index.html.br", "sw.js", "sw.js.gz", ".stamp", "config.json", "icons/icon.svg",
                "assets/index-C4oYoBS7.js", "assets/index-C4oYoBS7.js.br" })
        {
            var path = Path.Combine(WebDist, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, $"stand-in for {file}");
        }
    }

    /// <summary>Folder of the stand-ins.</summary>
    public string Dist => _folder.Path;

    /// <summary>Folder of the stand-in for the built page.</summary>
    public string WebDist => _folder.File("web");

    /// <summary>Stack with only the ids and two origins set.</summary>
    internal Template Default => Infrastructure();

    /// <summary>Stack with every option switched on.</summary>
    internal Template Full => Infrastructure(
        ("alarmTopicArn", "arn:aws:sns:eu-west-1:111122223333:movierec-alarms"),
        ("tmdbParameter", "/movierec/tmdb-key"),
        ("tableNames", "Favourites=films-favourites,MovieRecCache=films-cache"),
        ("logRetentionDays", "7"),
        ("userPoolIssuer", $"https://issuer-cognito-idp.eu-west-1.amazonaws.com/{UserPoolId}"),
        ("rateLimitPerAddress", "600"),
        ("reservedConcurrency", "20"),
        ("apiGatewayAccountRole", "set"));

    internal Template PerFunction => Infrastructure(("roles", "perFunction"), ("tmdbParameter", "/movierec/tmdb-key"));

    internal Template WithoutSchedule => Infrastructure(("schedule", "off"), ("roles", "perFunction"));

    internal Template Prerequisites => GetPrerequisites();

    /// <summary>Stack of the page for the API at <see cref="ApiUrl"/>, under CloudFront's own name.</summary>
    internal Template Web => GetWeb();

    internal Template WebWithDomain => GetWeb(("webDomain", Domain), ("webCertificateArn", CertificateArn));

    internal static StackSettings Read(params (string Key, string Value)[] values)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["userPoolId"] = UserPoolId,
            ["userPoolClientId"] = ClientId,
            ["allowedOrigins"] = $"{FirstOrigin},{SecondOrigin}",
        };
        foreach (var (key, value) in values)
            all[key] = value;
        return SettingsReader.Read(new SettingValues(key => all.GetValueOrDefault(key), _ => null));
    }

    internal Template Infrastructure(params (string Key, string Value)[] values) => Made(
        string.Join(';', values), () => SynthesizeAnew(app => new InfrastructureStack(
            app, Read(values), StackAssets.In(Dist), new StackProps { StackName = "MovieRec", Description = "MovieRec" })));

    /// <summary>Synthesizes a stack again, without the cached result.</summary>
    internal Template SynthesizeAnew(Func<App, Stack> make)
    {
        lock (_one)
        {
            var app = MovieRecApp.Create(_folder.File($"cdk.out.{++_count}"));
            var stack = make(app);
            return Template.Parse(File.ReadAllText(app.Synth().GetStackArtifact(stack.ArtifactId).TemplateFullPath));
        }
    }

    internal Template GetPrerequisites(params (string Key, string Value)[] values)
    {
        var all = values.ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal);
        var settings = PrerequisitesSettingsReader.Read(new SettingValues(key => all.GetValueOrDefault(key), _ => null));
        return Made($"prerequisites;{string.Join(';', values)}", () => SynthesizeAnew(app =>
            new PrerequisitesStack(
                app, settings, new StackProps { StackName = SettingsReader.PrerequisitesName, Description = "MovieRec" })));
    }

    private Template GetWeb(params (string Key, string Value)[] values)
    {
        var all = values.Append(("apiUrl", ApiUrl)).ToDictionary(value => value.Item1, value => value.Item2, StringComparer.Ordinal);
        return Made($"web;{string.Join(';', values)}", () => SynthesizeAnew(app =>
        {
            var settings = WebSettingsReader.Read(new SettingValues(key => all.GetValueOrDefault(key), _ => null));
            return new WebStack(
                app, settings, PageAssets.In(WebDist), new StackProps { StackName = settings.StackName, Description = "MovieRec" });
        }));
    }

    public void Dispose() => _folder.Dispose();

    private Template Made(string name, Func<Template> make)
    {
        lock (_one)
        {
            if (!_made.TryGetValue(name, out var template))
                _made[name] = template = make();
            return template;
        }
    }

    /// <summary>Creates a reproducible zip.</summary>
    private void Zip(string name, string entry)
    {
        using var zip = ZipFile.Open(_folder.File(name), ZipArchiveMode.Create);
        var made = zip.CreateEntry(entry);
        made.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var content = made.Open();
        content.Write("stand-in"u8);
    }
}
