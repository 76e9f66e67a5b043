using Amazon.CDK;
using MovieRec.Api.Outcomes;
using MovieRec.Infrastructure;
using MovieRec.Infrastructure.Packaging;
using MovieRec.Infrastructure.Settings;
using Environment = System.Environment;

if (!HasNode())
{
    Console.Error.WriteLine("node is missing: the CDK runs on Node.js 20 or newer, so install it and put node on PATH.");
    return 1;
}

var app = MovieRecApp.Create();
var values = new SettingValues(key => app.Node.TryGetContext(key), Environment.GetEnvironmentVariable);
try
{
    // The stacks name no account and no Region: the command line's credentials decide.
    switch (SettingsReader.Word(values, "stack", "infrastructure", "prerequisites", "web"))
    {
        case "prerequisites":
            _ = new PrerequisitesStack(app, PrerequisitesSettingsReader.Read(values), Named(SettingsReader.PrerequisitesName));
            break;
        case "web":
            var web = WebSettingsReader.Read(values);
            _ = new WebStack(app, web, Page(values), Named(web.StackName));
            break;
        default:
            var settings = SettingsReader.Read(values);
            _ = new InfrastructureStack(app, settings, Assets(values), Named(settings.StackName));
            break;
    }
}
catch (ConfigurationException problem)
{
    // Commands that need no stack (bootstrap, ls) and destroy continue; synth, diff and deploy stop with the message.
    InvalidStack.Add(app, values, problem);
}

app.Synth();
return 0;

static StackProps Named(string name) => new() { StackName = name, Description = "MovieRec" };

static StackAssets Assets(SettingValues values)
{
    if (values.Find("dist") is { } folder)
        return StackAssets.In(folder);
    var root = Repository.Root();
    PackageCommand.Run(root);
    return StackAssets.In(Path.Combine(root, "dist"));
}

static PageAssets Page(SettingValues values)
{
    if (values.Find("webDist") is { } folder)
        return PageAssets.In(folder);
    var root = Repository.Root();
    PackageCommand.RunForPage(root);
    return PageAssets.In(Path.Combine(root, "web", "dist"));
}

static bool HasNode() =>
    Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "node"))) == true;
