using System.CommandLine;
using Amazon.Runtime.Credentials;
using MovieRec.Api;
using MovieRec.Api.Outcomes;
using MovieRec.Aws;
using MovieRec.Aws.Tables;

namespace MovieRec.Cli.Commands;

/// <summary>Options that select the deployed table <c>MovieRecCache</c>, and access to it.</summary>
internal sealed class DeployedTable
{
    /// <summary>Timeout of one attempt: a chunk is 350 KB, and the operator's uplink may be slow.</summary>
    private static readonly TimeSpan s_attempt = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_call = TimeSpan.FromMinutes(2);

    private readonly Option<string?> _region = new("--region")
    {
        Description = "The Region of the table",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("AWS_REGION"),
    };

    private readonly Option<string> _table = new("--table")
    {
        Description = "The name of the table MovieRecCache",
        DefaultValueFactory = _ => TableSchema.Get(Table.MovieRecCache).DefaultName,
    };

    private readonly Option<string?> _endpoint =
        new("--endpoint") { Description = "An address instead of the Region's, such as DynamoDB Local's" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_region, _table, _endpoint])
            command.Add(option);
    }

    /// <summary>Runs <paramref name="work"/> on the table, with the credentials of the AWS CLI.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="what">The data that is written, for the error message.</param>
    /// <param name="work">Receives the tables, and their name for messages.</param>
    public async Task<T> UseAsync<T>(ParseResult parsed, string what, Func<MovieRecTables, string, Task<T>> work)
    {
        if (parsed.GetValue(_region) is not { Length: > 0 } region)
            throw new ConfigurationException("The Region is missing: set --region or AWS_REGION, such as eu-west-1.");
        var names = new TableNames(new Dictionary<Table, string> { [Table.MovieRecCache] = parsed.GetValue(_table)! });
        var place = $"{names[Table.MovieRecCache]} in {region}";
        try
        {
            var credentials = await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync();
            using var client = DynamoDbClientFactory.Create(credentials, region, parsed.GetValue(_endpoint), s_attempt);
            return await work(new MovieRecTables(client, names, TimeProvider.System, Random.Shared, s_call), place);
        }
        catch (Exception refused) when (
            refused is UnavailableException or Amazon.Runtime.AmazonClientException or Amazon.Runtime.AmazonServiceException)
        {
            throw new ConfigurationException($"{place} did not take {what}: {refused.Message}");
        }
    }
}
