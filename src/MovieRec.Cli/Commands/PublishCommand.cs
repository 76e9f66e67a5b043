using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using MovieRec.Api.Catalogues;
using MovieRec.Api.Outcomes;
using MovieRec.Aws.Catalogues;
using MovieRec.Cli.Catalogues;
using MovieRec.Cli.Learning;
using MovieRec.Engine.Catalogues;

namespace MovieRec.Cli.Commands;

/// <summary>Command <c>publish</c>: writes a model or a catalogue to the deployed table; functions load it within a minute.</summary>
internal static class PublishCommand
{
    public static Command Build()
    {
        var model = new Option<string?>("--model") { Description = "The file that train wrote" };
        var catalogue =
            new Option<string?>("--catalogue") { Description = "A folder of catalogue*.jsonl, such as data, if you have no key for TMDB" };
        var table = new DeployedTable();
        var command = new Command(
            "publish", "Writes a model or a catalogue into the table of deployed functions, with the credentials of the AWS CLI.")
        {
            model,
            catalogue,
        };
        table.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(model) is null == result.GetValue(catalogue) is null)
                result.AddError("Give either --model FILE or --catalogue FOLDER.");
        });
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(model) is { } file
            ? PublishModelAsync(file, table, parsed, cancellationToken)
            : PublishCatalogueAsync(parsed.GetValue(catalogue)!, table, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> PublishModelAsync(
        string file, DeployedTable table, ParseResult parsed, CancellationToken cancellationToken)
    {
        var (bytes, learnt) = ModelFile.Read(file);
        return await table.UseAsync(parsed, "the model", async (tables, place) =>
        {
            await new DynamoDbModelStore(tables).WriteAsync(bytes, cancellationToken);
            Console.WriteLine($"{learnt.Version}: {learnt.ItemCount:N0} titles, {bytes.Length:N0} bytes, in {place}");
            return 0;
        });
    }

    private static async Task<int> PublishCatalogueAsync(
        string folder, DeployedTable table, ParseResult parsed, CancellationToken cancellationToken)
    {
        var read = new CatalogueFolder(folder);
        if (read.Titles.Count == 0)
            throw new ConfigurationException($"{folder} has no catalogue*.jsonl with titles: the current catalogue stays.");
        return await table.UseAsync(parsed, "the catalogue", async (tables, place) =>
        {
            await new DynamoDbTitleRecords(tables).WriteAsync([.. read.Titles.Select(title => new TitleRecord(title))], cancellationToken);
            var content = new CatalogueContent(CatalogueFolder.GetVersion(folder), read.Titles)
            {
                Aliases = EmbeddedAliases.Create(read.Titles),
            };
            await new CataloguePublisher(new DynamoDbSnapshotStore(tables), NullLogger.Instance).PublishAsync(content, cancellationToken);
            Console.WriteLine($"{content.Version}: {read.Titles.Count:N0} titles, in {place}");
            return 0;
        });
    }
}
