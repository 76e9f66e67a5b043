using System.CommandLine;
using Amazon.Runtime.Credentials;
using MovieRec.Api;
using MovieRec.Api.Http;
using MovieRec.Aws;
using MovieRec.Aws.Learning;
using MovieRec.Aws.Tables;
using MovieRec.Cli.Learning;
using MovieRec.Cli.Ratings;

namespace MovieRec.Cli.Commands;

/// <summary><c>publish</c>: puts a model where the deployed functions look for it; they take it within a minute.</summary>
internal static class PublishCommand
{
    /// <summary>A part is 350 KB, and somebody's uplink may be slow.</summary>
    private static readonly TimeSpan s_attempt = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_call = TimeSpan.FromMinutes(2);

    public static Command Build()
    {
        var model = new Option<string>("--model") { Description = "The file that train wrote", Required = true };
        var region = new Option<string?>("--region")
        {
            Description = "The Region of the table",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("AWS_REGION"),
        };
        var table = new Option<string>("--table")
        {
            Description = "The name of the table MovieRecCache",
            DefaultValueFactory = _ => TableSchema.Of(Table.MovieRecCache).DefaultName,
        };
        var endpoint = new Option<string?>("--endpoint") { Description = "Another address than the Region's, such as DynamoDB Local's" };
        var command = new Command("publish", "Puts a model into the table of deployed functions, with the credentials of the AWS CLI.") { model, region, table, endpoint };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (bytes, learnt) = ModelFile.Read(parsed.GetValue(model)!);
            if (parsed.GetValue(region) is not { Length: > 0 } place)
                throw new RatingsException("The Region is missing: set --region or AWS_REGION, such as eu-west-1.");
            var names = new TableNames(new Dictionary<Table, string> { [Table.MovieRecCache] = parsed.GetValue(table)! });
            try
            {
                var credentials = await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync();
                using var client = DynamoDbClientFactory.Create(credentials, place, parsed.GetValue(endpoint), s_attempt);
                var store = new DynamoDbModelStore(new MovieRecTables(client, names, TimeProvider.System, Random.Shared, s_call));
                await store.WriteAsync(bytes, cancellationToken);
            }
            catch (Exception refused) when (refused is UnavailableException or Amazon.Runtime.AmazonClientException or Amazon.Runtime.AmazonServiceException)
            {
                throw new RatingsException($"{names[Table.MovieRecCache]} in {place} did not take the model: {refused.Message}");
            }

            Console.WriteLine($"{learnt.Version}: {learnt.ItemCount:N0} titles, {bytes.Length:N0} bytes, in {names[Table.MovieRecCache]} of {place}");
            return 0;
        });
        return command;
    }
}
