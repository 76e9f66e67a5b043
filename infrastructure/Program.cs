using Amazon.CDK;
using MovieRec.Infrastructure;
using MovieRec.Infrastructure.Packaging;
using MovieRec.Infrastructure.Settings;
using Environment = System.Environment;

try
{
    RequireNode();
    var app = MovieRecApp.Create();
    var values = new SettingValues(key => app.Node.TryGetContext(key), Environment.GetEnvironmentVariable);
    // The stacks have no account and no Region of their own: they go where the command line's credentials lead.
    if (SettingsReader.Choice(values, "stack", "infrastructure", "prerequisites"))
    {
        _ = new PrerequisitesStack(app, TableNamesReader.Read(values), Named("MovieRec-Prerequisites"));
    }
    else
    {
        var settings = SettingsReader.Read(values);
        _ = new InfrastructureStack(app, settings, Assets(values), Named(settings.StackName));
    }

    app.Synth();
    return 0;
}
catch (SettingsException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}

static StackProps Named(string name) => new() { StackName = name, Description = "MovieRec" };

static StackAssets Assets(SettingValues values)
{
    if (values.Find("dist") is { } folder)
        return StackAssets.In(folder);
    var root = Repository.Root();
    PackageCommand.Run(root);
    return StackAssets.In(Path.Combine(root, "dist"));
}

static void RequireNode()
{
    var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
    if (!folders.Any(folder => File.Exists(Path.Combine(folder, "node"))))
        throw new SettingsException("node is missing: the CDK runs on Node.js 20 or newer, so install it and put node on PATH.");
}
