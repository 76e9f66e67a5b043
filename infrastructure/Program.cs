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
    switch (SettingsReader.Word(values, "stack", "infrastructure", "prerequisites", "web"))
    {
        case "prerequisites":
            _ = new PrerequisitesStack(app, TableNamesReader.Read(values), Named("MovieRec-Prerequisites"));
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

static PageAssets Page(SettingValues values)
{
    if (values.Find("webDist") is { } folder)
        return PageAssets.In(folder);
    var root = Repository.Root();
    PackageCommand.RunForPage(root);
    return PageAssets.In(Path.Combine(root, "web", "dist"));
}

static void RequireNode()
{
    var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
    if (!folders.Any(folder => File.Exists(Path.Combine(folder, "node"))))
        throw new SettingsException("node is missing: the CDK runs on Node.js 20 or newer, so install it and put node on PATH.");
}
