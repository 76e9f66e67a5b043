import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";

// Region, credentials and endpoint come out of the environment; the SDK keeps connections alive by itself.
const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));

const TableName = process.env.TABLE_FAVOURITES ?? "Favourites";

/** All of a user's list, newest first, as it goes over the wire. */
export async function favouritesOf(userId) {
  const items = [];
  let ExclusiveStartKey;
  do {
    const page = await tables.send(new QueryCommand({
      TableName,
      KeyConditionExpression: "#userId = :userId",
      ExpressionAttributeNames: { "#userId": "userId" },
      ExpressionAttributeValues: { ":userId": userId },
      ConsistentRead: true,
      ExclusiveStartKey,
    }));
    items.push(...page.Items);
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);

  items.sort((one, other) => (one.addedAt < other.addedAt ? 1 : one.addedAt > other.addedAt ? -1 : one.movieId < other.movieId ? -1 : 1));
  return items.map(wireItem);
}

function wireItem(item) {
  const [mediaType, mediaId] = item.movieId.split("#");
  return {
    mediaId,
    movieId: mediaId,
    mediaType,
    title: item.title,
    posterPath: item.posterPath ?? null,
    backdropPath: item.backdropPath ?? null,
    releaseDate: item.releaseDate ?? null,
    voteAverage: item.voteAverage ?? null,
    popularity: item.popularity ?? null,
    genreIds: item.genreIds ?? [],
    overview: item.overview ?? null,
    addedAt: item.addedAt,
  };
}
