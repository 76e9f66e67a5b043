using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using MovieRec.Api.Outcomes;

namespace MovieRec.Aws.Tables;

/// <summary>
/// For work in bulk that nobody waits for: a table takes more the longer it is asked, so what is throttled, beyond the retries that every
/// call has, is asked again after a wait.
/// </summary>
internal static class ThrottleRetry
{
    public static async Task<T> PatientlyAsync<T>(this MovieRecTables tables, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (UnavailableException e) when (attempt < Backoff.Attempts && IsThrottled(e.InnerException))
            {
                await tables.Backoff.WaitAsync(attempt, cancellationToken);
            }
        }
    }

    private static bool IsThrottled(Exception? exception) =>
        exception is ProvisionedThroughputExceededException or RequestLimitExceededException or ThrottlingException
            or AmazonServiceException { ErrorCode: "ThrottlingException" };
}
